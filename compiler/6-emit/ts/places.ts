import type { Buffer } from "../../ir/program.ts";
import { bufferSize } from "../../ir/program.ts";
import { identifier } from "./names.ts";
import { atom, type Code } from "./spelling.ts";

/** How one function refers to the elements of buffers that are not local variables. */
export interface Places {
  /** An array and what is added to positions in it, or a variable that is the one element. */
  of(buffer: Buffer): { readonly array: string; readonly base?: string } | { readonly variable: string };
}

/** The code of an element at a position; positions are integer code, empty for 0. */
export function elementCode(places: Places, buffer: Buffer, position: string): Code {
  const place = places.of(buffer);
  if ("variable" in place) return atom(place.variable);
  const numeric = [place.base, position].every((part) => part === undefined || /^\d*$/.test(part));
  if (numeric) return atom(`${place.array}[${Number(place.base ?? 0) + Number(position)}]`);
  const sum = [place.base, position].filter((part) => part !== undefined && part !== "" && part !== "0").join(" + ");
  return atom(`${place.array}[${sum === "" ? "0" : sum}]`);
}

/** The local variable of one element: `h_1`, `W1_2_1`, counted from 1 as in the mathematics; `y` where there is only one. */
export function elementName(buffer: Buffer, element: number): string {
  const name = identifier(buffer.name);
  if (bufferSize(buffer) === 1) return name;
  const subscripts: number[] = [];
  let rest = element;
  for (const extent of buffer.extents.toReversed()) {
    subscripts.unshift((rest % extent) + 1);
    rest = Math.floor(rest / extent);
  }
  return `${name}_${subscripts.join("_")}`;
}
