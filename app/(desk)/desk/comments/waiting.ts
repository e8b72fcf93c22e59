"use client";

import { createContext, useContext } from "react";

export const Waiting = createContext(false);

/** Whether a decision is on its way and not answered yet. */
export const useWaiting = () => useContext(Waiting);
