import type { ColourRole } from '../theme'

/**
 * What charts are drawn with. Whoever draws a slide – the preview, or the picture in a script – draws these and measures nothing. Positions and lengths
 * are points on the slide; paths are in the syntax of SVG (SVG 2, 9.3).
 */
export type Mark =
  | { readonly kind: 'rectangle'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly fill: ColourRole }
  | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly radius: number; readonly fill: ColourRole }
  | { readonly kind: 'path'; readonly path: string; readonly fill: ColourRole | null; readonly stroke?: { readonly colour: ColourRole; readonly width: number } }
  | Label

/** Words on one line; `y` is their baseline. */
export type Label = {
  readonly kind: 'label'
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly align: 'start' | 'middle' | 'end'
  readonly bold: boolean
  readonly colour: ColourRole
}

/** A label at `x`, `y`; regular and in ink unless it says otherwise. */
export const label = (text: string, x: number, y: number, size: number, { align = 'start', bold = false, colour = 'ink' }: Partial<Pick<Label, 'align' | 'bold' | 'colour'>> = {}): Label => ({ kind: 'label', text, x, y, size, align, bold, colour })

/** A line along points. */
export const along = (points: readonly (readonly [x: number, y: number])[]): string => points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'} ${x} ${y}`).join(' ')
