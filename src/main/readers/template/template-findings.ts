import { LecternError, type Warning } from '../../../shared/outcome'
import type { LeftBehind } from './clean-part'

export const noLayouts = () =>
  new LecternError('no-layouts', { 'zh-CN': '这个文件里没有可用的母版和版式。请用 PowerPoint 或 WPS 打开，另存为 .potx 或 .pptx 后再试。', en: 'This file has no usable master and layouts. Open it in PowerPoint or WPS, save it as .potx or .pptx, and try again.' })

const warning = (code: string, chinese: string, english: string): Warning => ({ code, place: '', message: { 'zh-CN': chinese, en: english } })

/** What a template had that its design does not take over. */
export const leftBehindWarnings = ({ links, media, objects, pictures }: LeftBehind, hasMacros: boolean): Warning[] => [
  ...(hasMacros ? [warning('macros-left-behind', '模板里的宏没有带入。', 'The macros of the template were left behind.')] : []),
  ...(links > 0 ? [warning('links-left-behind', `模板里的 ${links} 处链接没有带入。`, `Links in the template were left behind: ${links}.`)] : []),
  ...(media > 0 ? [warning('media-left-behind', `模板里的 ${media} 处声音或影片没有带入。`, `Sounds or films in the template were left behind: ${media}.`)] : []),
  ...(objects > 0 ? [warning('objects-left-behind', `模板版式里的 ${objects} 个图表、控件或嵌入对象没有带入。`, `Charts, controls or embedded objects on the layouts were left behind: ${objects}.`)] : []),
  ...(pictures > 0 ? [warning('pictures-left-behind', `模板里有 ${pictures} 处图片没有带入：它们在文件之外，或不是 PNG、JPEG、GIF。`, `Pictures of the template were left behind: ${pictures}. They lie outside the file, or are no PNG, JPEG or GIF.`)] : []),
]
