/**
 * One training of a standalone module, epoch by epoch, so that the page can draw, pause and change the rate between two.
 * (`train` of the module does the same in one call, for who needs no pictures.)
 */
export class Session {
  constructor(module, rows, seed) {
    const { train, columns } = module.metadata;
    this.module = module;
    this.rows = rows;
    this.data = module.examples(rows);
    this.params = module.initialise(seed);
    this.state = module.createState();
    this.clock = { t: 0, epoch: 0, rate: train.rate, seed };
    this.batch = train.batch;
    this.inputs = columns.filter((column) => column.role === "input").length;
    this.report = new Float64Array(2);
    this.outputs = module.createOutputs();
    this.order = Uint32Array.from(rows, (_, k) => k);
  }

  /** One pass over the examples. */
  epoch() {
    const { module, params, state, data, clock, order } = this;
    clock.epoch++;
    // The batches of one epoch are not those of the next.
    order.copyWithin(0, 1);
    order[order.length - 1] = (order[order.length - 2] + 1) % order.length;
    for (let from = 0; from < data.size; from += this.batch) {
      clock.t++;
      module.step(params, state, data, clock, order, from, Math.min(from + this.batch, data.size));
    }
  }

  /** Loss, and the share of examples that are told right. */
  evaluate() {
    const loss = this.module.evaluate(this.params, this.data, this.report);
    return { loss, accuracy: this.report[1] };
  }

  /** The probability of class 1 at a point. */
  at(point) {
    return this.module.forward(this.params, point, this.outputs).p[0];
  }
}
