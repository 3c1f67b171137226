/** An outline in drawing: the commands of an SVG path whose numbers are shares of the shape's width and height in turn. */

type Size = { readonly width: number; readonly height: number }
type Point = readonly [x: number, y: number]

const share = (value: number, whole: number): string => String(Math.round((whole === 0 ? 0 : value / whole) * 100_000) / 100_000)

/** The angle by which a point stands on an ellipse, from the one at which it is seen (ECMA-376-1 §20.1.9.3). Radians. */
const onEllipse = (seen: number, width: number, height: number): number => {
  const own = Math.atan2(width * Math.sin(seen), height * Math.cos(seen))
  return own + 2 * Math.PI * Math.round((seen - own) / (2 * Math.PI))
}

export class OutlinePen {
  readonly #commands: string[] = []
  #at: Point = [0, 0]

  constructor(private readonly size: Size) {}

  draw(command: 'M' | 'L' | 'C' | 'Q', points: readonly Point[]): void {
    this.#commands.push([command, ...points.flatMap(([x, y]) => [share(x, this.size.width), share(y, this.size.height)])].join(' '))
    this.#at = points.at(-1) ?? this.#at
  }

  close(): void {
    this.#commands.push('Z')
  }

  /** Along an ellipse of these radii from the angle at which the place of the pen is seen from its middle over another, as curves of a quarter at most. Radians, clockwise. */
  arc(width: number, height: number, seen: number, sweep: number): void {
    const start = onEllipse(seen, width, height)
    const turns = Math.abs(sweep) >= 2 * Math.PI ? Math.sign(sweep) * 2 * Math.PI : onEllipse(seen + sweep, width, height) - start
    const centre: Point = [this.#at[0] - width * Math.cos(start), this.#at[1] - height * Math.sin(start)]
    const pieces = Math.max(1, Math.ceil(Math.abs(turns) / (Math.PI / 2)))
    const step = turns / pieces
    const reach = (4 / 3) * Math.tan(step / 4)
    for (let piece = 0; piece < pieces; piece += 1) {
      const [from, to] = [start + piece * step, start + (piece + 1) * step]
      const on = (angle: number, along: number): Point => [centre[0] + width * (Math.cos(angle) - along * Math.sin(angle)), centre[1] + height * (Math.sin(angle) + along * Math.cos(angle))]
      this.draw('C', [on(from, reach), on(to, -reach), on(to, 0)])
    }
  }

  get path(): string {
    return this.#commands.join(' ')
  }
}
