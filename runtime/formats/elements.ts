/** How a binary file writes one number. */
export interface Element {
  /** In words, plural: `unsigned bytes`. */
  readonly name: string;
  readonly bytes: number;
  /** A 64-bit integer beyond 2^53 is rounded. */
  read(view: DataView, at: number, littleEndian: boolean): number;
}

/** The elements by NumPy's letter and number of bytes. */
export const elements: { readonly [type in "b1" | "u1" | "i1" | "u2" | "i2" | "u4" | "i4" | "u8" | "i8" | "f4" | "f8"]: Element } = {
  b1: { name: "booleans", bytes: 1, read: (view, at) => (view.getUint8(at) === 0 ? 0 : 1) },
  u1: { name: "unsigned bytes", bytes: 1, read: (view, at) => view.getUint8(at) },
  i1: { name: "signed bytes", bytes: 1, read: (view, at) => view.getInt8(at) },
  u2: { name: "unsigned 16-bit integers", bytes: 2, read: (view, at, little) => view.getUint16(at, little) },
  i2: { name: "16-bit integers", bytes: 2, read: (view, at, little) => view.getInt16(at, little) },
  u4: { name: "unsigned 32-bit integers", bytes: 4, read: (view, at, little) => view.getUint32(at, little) },
  i4: { name: "32-bit integers", bytes: 4, read: (view, at, little) => view.getInt32(at, little) },
  u8: { name: "unsigned 64-bit integers", bytes: 8, read: (view, at, little) => Number(view.getBigUint64(at, little)) },
  i8: { name: "64-bit integers", bytes: 8, read: (view, at, little) => Number(view.getBigInt64(at, little)) },
  f4: { name: "32-bit floats", bytes: 4, read: (view, at, little) => view.getFloat32(at, little) },
  f8: { name: "64-bit floats", bytes: 8, read: (view, at, little) => view.getFloat64(at, little) },
};
