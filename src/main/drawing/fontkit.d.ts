/** What is asked of fontkit, which comes without types. Outlines are in the font's units, y upwards. */
declare module 'fontkit' {
  export type Path = { scale(x: number, y: number): Path; toSVG(): string }
  export type Font = { hasGlyphForCodePoint(codePoint: number): boolean; glyphForCodePoint(codePoint: number): { readonly path: Path } }
  export function create(bytes: Uint8Array): Font
}
