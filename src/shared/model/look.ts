/** How a talk's slides look, as its front matter says it (`design`, `mode`, `ratio`, `transition`, `reveal`). What is left out is the first of each. */
export const designNames = ['clear', 'formal', 'lively'] as const
export type DesignName = (typeof designNames)[number]

/** Dark pages are for dark halls and screens; notes and print stay light. */
export const colourModes = ['light', 'dark'] as const
export type ColourMode = (typeof colourModes)[number]

/** Width to height of a slide. */
export const slideRatios = ['16:9', '4:3'] as const
export type SlideRatio = (typeof slideRatios)[number]

/** How one slide gives way to the next. */
export const transitions = ['none', 'fade', 'push'] as const
export type Transition = (typeof transitions)[number]

/** Where the answer to a question stands: on a slide after it, or on the question's own, where a click brings it. */
export const reveals = ['slides', 'click'] as const
export type Reveal = (typeof reveals)[number]

export type Look = { readonly design: DesignName; readonly mode: ColourMode; readonly ratio: SlideRatio; readonly transition: Transition; readonly reveal: Reveal }

/** A look with the key of a design of the user's own, which takes the place of design, mode and ratio where the library has it; empty for none. */
export type TalkLook = Look & { readonly template: string }

export const plainLook: TalkLook = { design: 'clear', mode: 'light', ratio: '16:9', transition: 'none', reveal: 'slides', template: '' }

const byName = <T extends string>(names: readonly T[], chinese: Readonly<Record<T, readonly string[]>>) =>
  new Map(names.flatMap((name) => [name, ...chinese[name]].map((written): [string, T] => [written, name])))

const known = {
  design: byName(designNames, { clear: ['清朗'], formal: ['庄重'], lively: ['活力'] }),
  mode: byName(colourModes, { light: ['浅色'], dark: ['深色'] }),
  ratio: byName(slideRatios, { '16:9': ['16：9', '16/9'], '4:3': ['4：3', '4/3'] }),
  transition: byName(transitions, { none: ['无'], fade: ['淡入'], push: ['推入'] }),
  reveal: byName(reveals, { slides: ['下一页'], click: ['点击', '单击'] }),
} as const

/** Every word that names a built-in design; no other design may be called so. */
export const designWords: readonly string[] = [...known.design.keys()]

/**
 * One property of a look from how people write it: the key's own word in any case, or its Chinese name (庄重, 深色).
 * @returns the plain look's for an empty text, null for one that names nothing
 */
export const lookOf = <K extends keyof Look>(key: K, written: string): Look[K] | null => {
  const text = written.trim().toLowerCase()
  return text === '' ? plainLook[key] : ((known[key].get(text) as Look[K] | undefined) ?? null)
}
