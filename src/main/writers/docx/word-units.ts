import { pointsOfMillimetres } from './page-measures'

/** Twentieths of a point, the unit of page and paragraph measures in WordprocessingML. */
export const twips = (points: number): number => Math.round(points * 20)
export const twipsOfMillimetres = (millimetres: number): number => twips(pointsOfMillimetres(millimetres))
/** Sizes of type are in half-points. */
export const halfPoints = (points: number): number => Math.round(points * 2)
