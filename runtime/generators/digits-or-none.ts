import { digits } from "./digits.ts";
export const digitsOrNone = { ...digits, name: "digits-or-none" };
