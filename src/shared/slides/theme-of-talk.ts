import type { TalkLook } from '../model/look'
import type { OwnDesign } from '../model/own-design'
import { templateTheme } from './template/template-theme'
import type { Theme } from './theme'
import { themeOf } from './themes/built-in'

/** The design of the user's own that talks name by `key`; null when there is none. */
export type DesignLookup = (key: string) => OwnDesign | null

/** How a talk's slides look: in its own template where the library has it, in a built-in design otherwise. */
export function themeOfTalk(look: Pick<TalkLook, 'design' | 'mode' | 'template'>, designOf: DesignLookup): Theme {
  const own = look.template === '' ? null : designOf(look.template)
  return own === null ? themeOf(look) : templateTheme(own)
}
