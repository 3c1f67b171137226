/** Where shapes stand: boxes, groups within groups, and what is turned or mirrored (ECMA-376-1 §20.1.7). */
import type { TemplateBox, TemplateItem } from '../../../shared/model/template'
import { childOf, wholeNumber, type XmlElement } from '../ooxml/xml'
import { saysFill } from './template-colours'

/** How an item stands in its box: mirrored first, then turned clockwise about its middle, in degrees. */
export type Pose = { readonly turn: number; readonly flippedX: boolean; readonly flippedY: boolean }

/** A group that is turned or mirrored, about its middle. */
type TurnedGroup = Pose & { readonly across: number; readonly down: number }

/** From a group's own coordinates to those of the slide. */
export type Frame = {
  readonly x: number
  readonly y: number
  readonly scaleX: number
  readonly scaleY: number
  /** The innermost first. */
  readonly turned: readonly TurnedGroup[]
  /** The nearest group that says how it is filled. */
  readonly filling: XmlElement | undefined
}

export const slideFrame: Frame = { x: 0, y: 0, scaleX: 1, scaleY: 1, turned: [], filling: undefined }

export const number = (element: XmlElement | undefined, name: string): number => wholeNumber(element?.attributes.get(name)) ?? 0
export const says = (element: XmlElement | undefined, name: string): boolean => ['1', 'true'].includes(element?.attributes.get(name) ?? '')

/** The box of an `a:xfrm`, as if nothing around it were turned; null where it has none. */
export function boxIn(transform: XmlElement | undefined, frame: Frame = slideFrame): TemplateBox | null {
  const offset = childOf(transform, 'a:off')
  const extent = childOf(transform, 'a:ext')
  if (offset === undefined || extent === undefined) return null
  return {
    x: Math.round(frame.x + number(offset, 'x') * frame.scaleX),
    y: Math.round(frame.y + number(offset, 'y') * frame.scaleY),
    width: Math.round(Math.max(0, number(extent, 'cx')) * frame.scaleX),
    height: Math.round(Math.max(0, number(extent, 'cy')) * frame.scaleY),
  }
}

const ownPose = (transform: XmlElement | undefined): Pose => ({ turn: (number(transform, 'rot') / 60_000) % 360, flippedX: says(transform, 'flipH'), flippedY: says(transform, 'flipV') })

/** What stands in a group, from the group's own coordinates. */
export function frameOf(group: XmlElement, outer: Frame): Frame {
  const properties = childOf(group, 'p:grpSpPr')
  const transform = childOf(properties, 'a:xfrm')
  // A group may itself take the fill of the one around it.
  const filling = saysFill(properties) && childOf(properties, 'a:grpFill') === undefined ? properties : outer.filling
  const box = boxIn(transform, outer)
  const [offset, extent] = [childOf(transform, 'a:chOff'), childOf(transform, 'a:chExt')]
  const [width, height] = [number(extent, 'cx'), number(extent, 'cy')]
  if (box === null || width <= 0 || height <= 0) return { ...outer, filling }
  const [scaleX, scaleY] = [box.width / width, box.height / height]
  const pose = ownPose(transform)
  const isUpright = pose.turn === 0 && !pose.flippedX && !pose.flippedY
  const turned = isUpright ? outer.turned : [{ ...pose, across: box.x + box.width / 2, down: box.y + box.height / 2 }, ...outer.turned]
  return { x: box.x - number(offset, 'x') * scaleX, y: box.y - number(offset, 'y') * scaleY, scaleX, scaleY, turned, filling }
}

type Placed = { readonly box: TemplateBox; readonly pose: Pose }

function withGroup({ box, pose }: Placed, group: TurnedGroup): Placed {
  const angle = (group.turn * Math.PI) / 180
  const across = (box.x + box.width / 2 - group.across) * (group.flippedX ? -1 : 1)
  const down = (box.y + box.height / 2 - group.down) * (group.flippedY ? -1 : 1)
  const middle = { x: group.across + across * Math.cos(angle) - down * Math.sin(angle), y: group.down + across * Math.sin(angle) + down * Math.cos(angle) }
  // What is mirrored once turns the other way.
  const turn = group.flippedX === group.flippedY ? pose.turn : -pose.turn
  return {
    box: { ...box, x: Math.round(middle.x - box.width / 2), y: Math.round(middle.y - box.height / 2) },
    pose: { turn: (group.turn + turn) % 360, flippedX: pose.flippedX !== group.flippedX, flippedY: pose.flippedY !== group.flippedY },
  }
}

/** Where a shape stands on the slide and how, with all groups around it; null where it has no place. */
export function placedIn(transform: XmlElement | undefined, frame: Frame): Placed | null {
  const box = boxIn(transform, frame)
  return box && frame.turned.reduce(withGroup, { box, pose: ownPose(transform) })
}

/** A pose as items have it: only what is not upright. */
export const poseOf = ({ turn, flippedX, flippedY }: Pose): Pick<TemplateItem, 'turn' | 'flippedX' | 'flippedY'> => ({ ...(turn !== 0 && { turn }), ...(flippedX && { flippedX }), ...(flippedY && { flippedY }) })
