/** The part of math.js's syntax tree that the reader looks at; `read.ts` is where math.js is imported. */
export type Tree =
  | { readonly type: "AccessorNode"; readonly object: Tree; readonly index: { readonly dimensions: readonly Tree[] } }
  | { readonly type: "ArrayNode"; readonly items: readonly Tree[] }
  | { readonly type: "AssignmentNode"; readonly value: Tree }
  | { readonly type: "ConditionalNode"; readonly condition: Tree; readonly trueExpr: Tree; readonly falseExpr: Tree }
  | { readonly type: "ConstantNode"; readonly value: unknown }
  | { readonly type: "FunctionAssignmentNode"; readonly params: readonly string[]; readonly expr: Tree }
  | { readonly type: "FunctionNode"; readonly fn: Tree; readonly args: readonly Tree[] }
  | { readonly type: "ObjectNode"; readonly properties: Readonly<Record<string, Tree>> }
  | { readonly type: "OperatorNode"; readonly op: string; readonly args: readonly Tree[]; readonly implicit: boolean }
  | { readonly type: "ParenthesisNode"; readonly content: Tree }
  | { readonly type: "RangeNode"; readonly start: Tree; readonly end: Tree; readonly step: Tree | null }
  | { readonly type: "RelationalNode"; readonly params: readonly Tree[] }
  | { readonly type: "SymbolNode"; readonly name: string };
