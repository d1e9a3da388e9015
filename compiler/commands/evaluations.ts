import type { Metadata } from "../../runtime/model.ts";
import type { Evaluation } from "../../runtime/train.ts";
import { numberText, tableText } from "./numbers.ts";

/** Losses and metrics over one or several parts of the data, a column each; `null` where a part has no examples. */
export function evaluationTable({ losses, metrics }: Metadata, parts: readonly (readonly [title: string, evaluation: Evaluation | null])[]): string {
  const columns = parts.flatMap(([title, evaluation]) => (evaluation === null ? [] : [[title, evaluation] as const]));
  const row = (title: string, of: (evaluation: Evaluation) => number): readonly string[] => [title, ...columns.map(([, evaluation]) => numberText(of(evaluation), 6))];
  return tableText([
    ...(columns.length > 1 ? [["", ...columns.map(([title]) => title)]] : []),
    row("loss", (evaluation) => evaluation.loss),
    ...(losses.length > 1 ? losses : []).map((name) => row(`  ${name}`, (evaluation) => evaluation.losses[name]!)),
    ...metrics.map((name) => row(name, (evaluation) => evaluation.metrics[name]!)),
  ]);
}
