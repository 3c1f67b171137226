import { averagedDown, type Lightness } from './lightness'

/** How alike two pictures are where at least one of them has something on it. */
export type Similarity = {
  /** Mean structural similarity of the parts that are not empty in both, −1 to 1; 1 for pictures that are the same. */
  readonly score: number
  /** The share of the picture that is not empty in both, 0–1. */
  readonly inked: number
}

const WINDOW = 8
const STEP = 4
const FLAT = 4 // variance of lightness, 0–255
const [C1, C2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2]
const COMPARED = 270 // pixels of the shorter side; antialiasing differs between programs, and hardly counts at this size

/**
 * Compares two pictures of one size, averaged down, more strictly than {@link import('./structural-similarity').structuralSimilarity}: in windows of
 * 8 × 8 pixels, 4 apart, without those that are flat and equal in both. On a slide that is mostly paper, paper would vouch for the text.
 */
export function inkedSimilarity(first: Lightness, second: Lightness): Similarity {
  const factor = Math.max(1, Math.round(Math.min(first.width, first.height) / COMPARED))
  const { width, height, values: one } = averagedDown(first, factor)
  const { values: two } = averagedDown(second, factor)
  let [sum, inked, windows] = [0, 0, 0]
  for (let top = 0; top + WINDOW <= height; top += STEP) {
    for (let left = 0; left + WINDOW <= width; left += STEP) {
      let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0]
      for (let y = top; y < top + WINDOW; y++) {
        for (let x = left; x < left + WINDOW; x++) {
          const [u, v] = [one[y * width + x]!, two[y * width + x]!]
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
      sum += ((2 * ma * mb + C1) * (2 * cov + C2)) / ((ma * ma + mb * mb + C1) * (va + vb + C2))
    }
  }
  return { score: inked === 0 ? 1 : sum / inked, inked: windows === 0 ? 0 : inked / windows }
}
