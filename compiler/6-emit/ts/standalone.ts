import type { Spec } from "../../ir/graph.ts";
import { sizeOf } from "../../ir/shape.ts";
import type { Appendix, Declaration } from "../structure.ts";
import { standaloneRuntime } from "./standalone-runtime.ts";

/** What the runtime takes of a module: the members that `Trainable` demands. */
const members = "metadata createParameters initialise createState createHyper evaluate step";

/** What a standalone module has beside the plain one: the runtime's functions bound to it. */
export function standaloneDeclarations({ columns, train: { stop } }: Spec): readonly Declaration[] {
  const isInput = (column: Spec["columns"][number]): boolean => column.role === "input";
  // As the runtime reads rows, see `columnsOfRow`.
  const ordered = [...columns.filter(isInput), ...columns.filter((column) => !isInput(column))];
  const width = ordered.reduce((sum, column) => sum + sizeOf(column.shape), 0);
  const parts = ordered.map(({ name, shape, classes }) => `${name} ${sizeOf(shape)}${classes === undefined ? "" : ` from 0 to ${classes - 1}`}`);
  return [
    { kind: "value", name: "model", exported: false, doc: "This module, as what runs it takes it.", value: [`{ ${members.split(" ").join(", ")} }`] },
    {
      kind: "value", name: "train", exported: true, type: "Train<Parameters, Examples, Hyper>", value: ["(data, options) => trainModel(model, data, options)"],
      doc: "Trains by stochastic gradient descent in shuffled batches, from the seeded initial parameters; what the options leave out is as the spec says." + (stop === undefined ? "" : " It runs for all its epochs, the stopping rules of the spec being for `gradc train` and the library, unless the `signal` is aborted.") + " Throws a `RangeError` for options out of range.",
    },
    {
      kind: "value", name: "examples", exported: true, type: `FromRows<Examples, ${width}>`, value: ["(rows) => readRows(metadata, rows)"],
      doc: `Examples from rows of ${width} numbers${parts.length === 0 ? "" : ` (${parts.join(", ")})`}. Throws an error that lists what is wrong, row by row.`,
    },
  ];
}

/** The runtime that these declarations call. */
export const appendix: Appendix = { title: "What runs it", ...standaloneRuntime };
