import { averagedDown, type Lightness } from './lightness'

const RADIUS = 5 // 11 × 11
const SIGMA = 1.5
const [C1, C2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2]
/** Pixels of the shorter side at which pictures are compared, about. */
const COMPARED = 256

const bell = Array.from({ length: 2 * RADIUS + 1 }, (_, at) => Math.exp(-((at - RADIUS) ** 2) / (2 * SIGMA ** 2)))
const area = bell.reduce((sum, weight) => sum + weight, 0)
const weights = bell.map((weight) => weight / area)

/** The weighted mean around every pixel that is at least {@link RADIUS} from the edges. */
function blurred(values: Float64Array, width: number, height: number): Float64Array {
  const narrow = width - 2 * RADIUS
  const low = height - 2 * RADIUS
  const across = new Float64Array(narrow * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < narrow; x++) {
      let sum = 0
      for (let at = 0; at < weights.length; at++) sum += weights[at]! * values[y * width + x + at]!
      across[y * narrow + x] = sum
    }
  }
  const both = new Float64Array(narrow * low)
  for (let y = 0; y < low; y++) {
    for (let x = 0; x < narrow; x++) {
      let sum = 0
      for (let at = 0; at < weights.length; at++) sum += weights[at]! * across[(y + at) * narrow + x]!
      both[y * narrow + x] = sum
    }
  }
  return both
}

/**
 * Mean structural similarity of two pictures of one size, over the whole of them, −1 to 1: Wang, Bovik, Sheikh and Simoncelli, “Image quality
 * assessment: from error visibility to structural similarity” (2004), with the constants and the averaging down beforehand of the authors’ own
 * `ssim.m`: Gaussian windows of 11 × 11 pixels with σ = 1.5, K₁ = 0.01, K₂ = 0.03, no window across an edge.
 */
export function structuralSimilarity(first: Lightness, second: Lightness): number {
  if (first.width !== second.width || first.height !== second.height) throw new Error('Pictures of one size are compared')
  const factor = Math.max(1, Math.round(Math.min(first.width, first.height) / COMPARED))
  const [one, two] = [averagedDown(first, factor), averagedDown(second, factor)]
  const { width, height } = one
  const mean = (of: (a: number, b: number) => number): Float64Array => blurred(one.values.map((a, at) => of(a, two.values[at]!)), width, height)
  const [a, b, aa, bb, ab] = [mean((x) => x), mean((_, y) => y), mean((x) => x * x), mean((_, y) => y * y), mean((x, y) => x * y)]
  let sum = 0
  for (let at = 0; at < a.length; at++) {
    const [ma, mb] = [a[at]!, b[at]!]
    sum += ((2 * ma * mb + C1) * (2 * (ab[at]! - ma * mb) + C2)) / ((ma * ma + mb * mb + C1) * (aa[at]! - ma * ma + (bb[at]! - mb * mb) + C2))
  }
  return sum / a.length
}
