import type { Examples } from "./model.ts";

/** Examples that are in memory together, all of the data or a part of it. */
export interface Piece {
  readonly data: Examples;
  /** Which piece of the data it is, from 0. */
  readonly index: number;
  /** How many examples of the data come before it. */
  readonly first: number;
}

/** What training reads: of data in memory one piece, of a stream one after the other. */
export interface Pieces {
  /** How many examples there are in all. */
  readonly size: number;
  /** The piece that holds an example, counted from 0 over all data. The same piece is the same object while it is in memory. */
  at(example: number): Piece | Promise<Piece>;
  /** Lets go of what is open, a file for example, until `at` is called again; for data that have something open. */
  close?(): Promise<void>;
}

/** Data in memory as their one piece. */
export function inMemory(data: Examples): Pieces {
  const piece: Piece = { data, index: 0, first: 0 };
  return { size: data.size, at: () => piece };
}
