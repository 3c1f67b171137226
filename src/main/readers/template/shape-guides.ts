/** The formulas by which shapes place their points (ECMA-376-1 §20.1.9.11): lengths in EMU, angles in 60 000ths of a degree. */

export const FULL_CIRCLE = 21_600_000
const radians = (angle: number): number => (angle / FULL_CIRCLE) * 2 * Math.PI
const angleOf = (radian: number): number => (radian / (2 * Math.PI)) * FULL_CIRCLE

/** A named formula, such as `x2`, `+- r 0 x1`. */
export type Guide = readonly [name: string, formula: string]
/** Values by name. */
export type Guides = ReadonlyMap<string, number>

const FORMULAS: Readonly<Record<string, (x: number, y: number, z: number) => number>> = {
  val: (x) => x,
  '*/': (x, y, z) => (x * y) / z,
  '+-': (x, y, z) => x + y - z,
  '+/': (x, y, z) => (x + y) / z,
  '?:': (x, y, z) => (x > 0 ? y : z),
  abs: (x) => Math.abs(x),
  at2: (x, y) => angleOf(Math.atan2(y, x)),
  cat2: (x, y, z) => x * Math.cos(Math.atan2(z, y)),
  cos: (x, y) => x * Math.cos(radians(y)),
  max: (x, y) => Math.max(x, y),
  min: (x, y) => Math.min(x, y),
  mod: (x, y, z) => Math.hypot(x, y, z),
  pin: (x, y, z) => (y < x ? x : y > z ? z : y),
  sat2: (x, y, z) => x * Math.sin(Math.atan2(z, y)),
  sin: (x, y) => x * Math.sin(radians(y)),
  sqrt: (x) => Math.sqrt(x),
  tan: (x, y) => x * Math.tan(radians(y)),
}

const parts = (name: string, whole: number, divisors: readonly number[]): [string, number][] => divisors.map((divisor) => [`${name}${divisor}`, whole / divisor])

/** The names that every shape has (§20.1.10.56, annex D). */
function namesOf(width: number, height: number): Map<string, number> {
  const shorter = Math.min(width, height)
  return new Map([
    ['l', 0], ['t', 0], ['r', width], ['b', height], ['w', width], ['h', height], ['hc', width / 2], ['vc', height / 2], ['ss', shorter], ['ls', Math.max(width, height)],
    ...parts('wd', width, [2, 3, 4, 5, 6, 8, 10, 12, 32]), ...parts('hd', height, [2, 3, 4, 5, 6, 8, 10, 12, 32]), ...parts('ssd', shorter, [2, 4, 6, 8, 16, 32]),
    ...parts('cd', FULL_CIRCLE, [2, 4, 8]), ['3cd4', (FULL_CIRCLE * 3) / 4], ['3cd8', (FULL_CIRCLE * 3) / 8], ['5cd8', (FULL_CIRCLE * 5) / 8], ['7cd8', (FULL_CIRCLE * 7) / 8],
  ])
}

/** What a number or the name of one is worth; null where neither. */
export function valueOf(term: string | undefined, guides: Guides): number | null {
  if (term === undefined || term === '') return null
  const named = guides.get(term)
  if (named !== undefined) return named
  const said = Number(term)
  return Number.isFinite(said) ? said : null
}

/**
 * Works the formulas of a shape out, in their order; what cannot be (a division by nothing, an unknown name) is 0, as in PowerPoint.
 * @param width of the shape, in EMU, like `height`
 */
export function workedOut(guides: readonly Guide[], width: number, height: number): Guides {
  const values = namesOf(width, height)
  for (const [name, formula] of guides) {
    const [operator = '', ...terms] = formula.trim().split(/\s+/)
    const [x, y, z] = [0, 1, 2].map((at) => valueOf(terms[at], values) ?? 0) as [number, number, number]
    const value = FORMULAS[operator]?.(x, y, z) ?? 0
    values.set(name, Number.isFinite(value) ? value : 0)
  }
  return values
}
