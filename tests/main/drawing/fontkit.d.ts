/** What the tests ask of fontkit, which comes without types. */
declare module 'fontkit' {
  type Box = { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
  export function create(font: Uint8Array): {
    readonly characterSet: readonly number[]
    /** The outline in the font's units, y upwards; `cbox` holds all its points, on the curve and off. */
    glyphForCodePoint(codePoint: number): { readonly path: { readonly commands: readonly unknown[]; readonly cbox: Box } }
  }
}
