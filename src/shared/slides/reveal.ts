import type { Scene } from './scene'

/** How many clicks it takes until everything on a slide stands there; 0 where all of it does from the start. */
export const clicksOn = (scene: Scene | undefined): number => Math.max(0, ...(scene?.items ?? []).map(({ step = 0 }) => step))

/** A slide after so many clicks on it; the same object where nothing is still to come. */
export const sceneAfter = (scene: Scene, clicks: number): Scene => (clicks >= clicksOn(scene) ? scene : { ...scene, items: scene.items.filter(({ step = 0 }) => step <= clicks) })
