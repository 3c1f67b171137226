import type { Scene } from '../../../../shared/slides/scene'

/** A brand is judged by the cover, two pages of different layouts, and the last page, which is dark. */
export function pickScenes(scenes: readonly Scene[]): readonly Scene[] {
  const [cover, ...others] = scenes
  const last = others.findLast(({ layout }) => layout === 'closing')
  const between = others.filter((scene) => scene !== last && scene.layout !== 'section' && scene.layout !== 'agenda')
  const different = between.filter((scene, at) => between.findIndex(({ layout }) => layout === scene.layout) === at)
  const shown = [...different, ...between.filter((scene) => !different.includes(scene))].slice(0, last ? 2 : 3)
  return [cover, ...shown, last].filter((scene): scene is Scene => scene !== undefined)
}
