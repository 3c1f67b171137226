/** A part of a picture, as shares of its width and height. */
export type Region = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** How alike two pictures are where at least one of them has something on it. */
export type Similarity = {
  /** Mean structural similarity of the parts that are not empty in both, −1 to 1; 1 for pictures that are the same. */
  readonly score: number
  /** The share of the picture that is not empty in both, 0–1. */
  readonly inked: number
}

export type Comparison = {
  /** Two PNG as data URLs. */
  readonly first: string
  readonly second: string
  /** Pixels that both are scaled to. */
  readonly width: number
  /** What is not compared. */
  readonly ignored: readonly Region[]
  /** Pixels by which the second picture is moved first, to see what a shift costs. */
  readonly shiftRight: number
  readonly shiftDown: number
}

/**
 * Compares two pictures by the structural similarity of their lightness (Wang et al. 2004), in windows of 8 × 8 pixels, 4 apart. Windows that
 * are flat and equal in both are left out: on a slide that is mostly paper, paper would vouch for the text.
 *
 * Runs inside a browser page, which decodes PNG and has a canvas: it must not refer to anything outside itself.
 */
export async function compare({ first, second, width, ignored, shiftRight, shiftDown }: Comparison): Promise<Similarity> {
  const WINDOW = 8
  const STEP = 4
  const FLAT = 4 // variance of lightness, 0–255
  const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2]
  const bitmaps = await Promise.all([first, second].map(async (url) => createImageBitmap(await (await fetch(url)).blob())))
  const height = Math.round(((bitmaps[0]?.height ?? 0) / (bitmaps[0]?.width ?? 1)) * width)
  const [one, two] = bitmaps.map((bitmap, index) => {
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('No canvas')
    context.imageSmoothingQuality = 'high'
    if (index === 1) {
      context.drawImage(bitmap, 0, 0, width, height) // what a shift uncovers is what was there before: usually paper
      context.drawImage(bitmap, shiftRight, shiftDown, width, height)
    } else context.drawImage(bitmap, 0, 0, width, height)
    const { data } = context.getImageData(0, 0, width, height)
    return Float32Array.from({ length: width * height }, (_, i) => 0.2126 * (data[i * 4] ?? 0) + 0.7152 * (data[i * 4 + 1] ?? 0) + 0.0722 * (data[i * 4 + 2] ?? 0))
  })
  if (!one || !two) throw new Error('Two pictures are compared')
  let [sum, inked, windows] = [0, 0, 0]
  for (let top = 0; top + WINDOW <= height; top += STEP) {
    for (let left = 0; left + WINDOW <= width; left += STEP) {
      if (ignored.some((one) => left < (one.x + one.width) * width && left + WINDOW > one.x * width && top < (one.y + one.height) * height && top + WINDOW > one.y * height)) continue
      let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0]
      for (let y = top; y < top + WINDOW; y++) {
        for (let x = left; x < left + WINDOW; x++) {
          const [u, v] = [one[y * width + x] ?? 0, two[y * width + x] ?? 0]
          a += u
          b += v
          aa += u * u
          bb += v * v
          ab += u * v
        }
      }
      const n = WINDOW * WINDOW
      const [ma, mb] = [a / n, b / n]
      const [va, vb, cov] = [aa / n - ma * ma, bb / n - mb * mb, ab / n - ma * mb]
      windows++
      if (va < FLAT && vb < FLAT && Math.abs(ma - mb) < FLAT) continue
      inked++
      sum += ((2 * ma * mb + c1) * (2 * cov + c2)) / ((ma * ma + mb * mb + c1) * (va + vb + c2))
    }
  }
  return { score: inked === 0 ? 1 : sum / inked, inked: inked / windows }
}
