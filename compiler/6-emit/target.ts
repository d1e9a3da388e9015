import type { Graph } from "../ir/graph.ts";
import type { Schedule } from "../ir/schedule.ts";

export type Precision = "f64" | "f32";

/** All that a target gets: the graph for names, declarations and mathematics, and the scheduled programs. */
export interface Emission {
  readonly graph: Graph;
  /** The graph with cotangents, before updates joined and operations were expanded: the mathematics as a reader wants it. */
  readonly derivation: Graph;
  readonly schedules: readonly Schedule[];
  readonly precision: Precision;
  /** Whether what trains the module is part of it. */
  readonly standalone: boolean;
  /** SHA-256 of the spec's text, hexadecimal. */
  readonly hash: string;
  readonly version: string;
  /** Stable forms that rewriting put in, for the report. */
  readonly stableForms: readonly string[];
}
