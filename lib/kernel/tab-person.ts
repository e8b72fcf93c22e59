/** In this header the editor says whose page it is: the cookie is the whole browser's, and may be another person's by now. */
export const tabPersonHeader = "x-standfirst-person";
