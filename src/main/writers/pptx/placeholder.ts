/**
 * Placeholders of the master and its layouts (ECMA-376-1 §19.3.1.36). A slide's shape finds its placeholder by index, so every layout
 * uses the same index for the same role, and a slide keeps its texts when its layout is changed.
 */
import type { Language } from '../../../shared/language'
import type { LayoutName, SceneText } from '../../../shared/slides/scene'
import { el, type Xml } from '../xml'

export type PlaceholderRole = NonNullable<SceneText['placeholder']>

type Definition = { readonly type: string; readonly index?: number; readonly size?: 'half' | 'quarter' }

const DEFINITIONS: Readonly<Record<PlaceholderRole, Definition>> = {
  title: { type: 'title' },
  subtitle: { type: 'body', index: 13, size: 'quarter' },
  body: { type: 'body', index: 1 },
  'body-2': { type: 'body', index: 2, size: 'half' },
  source: { type: 'body', index: 20, size: 'quarter' },
  number: { type: 'sldNum', index: 12, size: 'quarter' },
}

/** The `p:ph` of a role, the same on the layout and on its slides; a cover's title and subtitle have types of their own. */
export const placeholderXml = (role: PlaceholderRole, layout: LayoutName, customPrompt = false): Xml => {
  const { type, index, size } = DEFINITIONS[role]
  const ofCover = layout === 'cover' ? { title: 'ctrTitle', subtitle: 'subTitle' }[role as string] : undefined
  return el('p:ph', { type: ofCover ?? type, sz: ofCover ? undefined : size, idx: index, hasCustomPrompt: customPrompt ? true : undefined })
}

/** The `p:ph` of a slide's text that fills a placeholder of a template, by the type and index that its layout has. */
export const templatePlaceholderXml = ({ type, index }: { readonly type: string; readonly index: number }): Xml =>
  el('p:ph', { type: type === 'obj' ? undefined : type, idx: index === 0 ? undefined : index })

type Names = Readonly<Record<Language, string>>

/** Shown in PowerPoint's selection pane and read by screen readers. */
export const placeholderNames: Readonly<Record<PlaceholderRole, Names>> = {
  title: { 'zh-CN': '标题', en: 'Title' },
  subtitle: { 'zh-CN': '副标题', en: 'Subtitle' },
  body: { 'zh-CN': '内容', en: 'Content' },
  'body-2': { 'zh-CN': '内容（右）', en: 'Content, right' },
  source: { 'zh-CN': '出处', en: 'Source' },
  number: { 'zh-CN': '页码', en: 'Slide number' },
}

/** Shown in an empty placeholder while editing, never on the projector. */
export const placeholderPrompts: Readonly<Record<PlaceholderRole, Names>> = {
  title: { 'zh-CN': '单击添加标题', en: 'Click to add a title' },
  subtitle: { 'zh-CN': '单击添加副标题', en: 'Click to add a subtitle' },
  body: { 'zh-CN': '单击添加内容', en: 'Click to add text' },
  'body-2': { 'zh-CN': '单击添加内容', en: 'Click to add text' },
  source: { 'zh-CN': '单击添加出处', en: 'Click to add a source' },
  number: { 'zh-CN': '‹#›', en: '‹#›' },
}
