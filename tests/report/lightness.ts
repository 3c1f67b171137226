/** How light a picture is, pixel by pixel from its top-left corner, 0–255. */
export type Lightness = { readonly width: number; readonly height: number; readonly values: Float64Array }

/** What lies beyond an edge mirrors what lies before it. */
const mirrored = (at: number, length: number): number => (at < 0 ? -at - 1 : at >= length ? 2 * length - at - 1 : at)

/**
 * Every `factor`th pixel of a picture that was averaged over squares of that side, as MATLAB's `imfilter(…, 'symmetric')` and `1:factor:end` do:
 * a square begins `⌊(factor − 1) / 2⌋` pixels before its own.
 */
export function averagedDown({ width, height, values }: Lightness, factor: number): Lightness {
  const before = Math.floor((factor - 1) / 2)
  const [narrow, low] = [Math.ceil(width / factor), Math.ceil(height / factor)]
  const smaller = new Float64Array(narrow * low)
  for (let row = 0; row < low; row++) {
    for (let column = 0; column < narrow; column++) {
      let sum = 0
      for (let y = 0; y < factor; y++) {
        const line = mirrored(row * factor - before + y, height) * width
        for (let x = 0; x < factor; x++) sum += values[line + mirrored(column * factor - before + x, width)] ?? 0
      }
      smaller[row * narrow + column] = sum / (factor * factor)
    }
  }
  return { width: narrow, height: low, values: smaller }
}

/** The picture moved to the right and down; what that uncovers is what was there before, usually paper. */
export function shifted({ width, height, values }: Lightness, right: number, down: number): Lightness {
  const moved = values.map((value, at) => {
    const [x, y] = [at % width, Math.floor(at / width)]
    return x < right || y < down ? value : (values[(y - down) * width + x - right] ?? 0)
  })
  return { width, height, values: moved }
}
