import { emu, EMU_PER_POINT, points } from '../units'
import { type Area, boxOf } from './page'
import type { SceneShape } from './scene'
import type { ColourRole, Structure } from './theme'

/** A filled shape without an outline. @param radius of `rounded`, in points */
export const filled = (name: string, area: Area, fill: ColourRole, shape: SceneShape['shape'] = 'rectangle', radius = 0): SceneShape => ({
  kind: 'shape',
  name,
  shape,
  box: boxOf(area),
  fill,
  line: null,
  ...(shape === 'rounded' ? { radius: emu(radius * EMU_PER_POINT) } : {}),
})

/** A card as the design has them; `fill` where this one stands out from the others. */
export const card = (name: string, area: Area, { card: look }: Structure, fill: ColourRole = look.fill): SceneShape => ({
  ...(look.radius > 0 ? filled(name, area, fill, 'rounded', look.radius) : filled(name, area, fill)),
  line: look.line === null ? null : { colour: fill === look.fill ? look.line : fill, width: points(0.75) },
})
