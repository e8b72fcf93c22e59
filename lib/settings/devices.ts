/** Under which key it lies among the settings whether browsers may keep copies of stories that are being written. */
export const devicesKey = "devices";

/** Whether they may: until somebody says no. */
export const devicesMayKeep = (value: Record<string, unknown> | undefined): boolean => value?.keep !== false;
