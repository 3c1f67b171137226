import type { Language } from '../language'
import type { VersionReason } from './talk-version'

/** Why a version was kept, in a few words: its name where it has none. */
export const versionReasonNames: Readonly<Record<Language, Readonly<Record<VersionReason, string>>>> = {
  'zh-CN': { 'by-hand': '手动保存', pause: '停下来时的样子', 'before-replace': '全部替换之前', 'before-restore': '恢复旧版本之前', rehearsed: '排练过的', exported: '导出过的' },
  en: { 'by-hand': 'Kept by hand', pause: 'As it was left', 'before-replace': 'Before replacing all', 'before-restore': 'Before an older version was put back', rehearsed: 'As rehearsed', exported: 'As exported' },
}
