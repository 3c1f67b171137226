import { assertNever } from './assert-never'
import type { OpeningStep } from './contract/opening'
import type { Localized } from './language'

/** What is being done to a library before it is open, and how far it is where that is known: for windows and the command line alike. */
export function openingSentence({ doing, done, total }: OpeningStep): Localized {
  switch (doing) {
    case 'backing-up':
      return { 'zh-CN': '升级之前正在备份…', en: 'Backing up before the upgrade…' }
    case 'upgrading':
      return { 'zh-CN': `正在升级 ${done + 1}/${total}…`, en: `Upgrading, step ${done + 1} of ${total}…` }
    case 'indexing': {
      const percent = total === 0 ? 0 : Math.floor((done / total) * 100)
      return { 'zh-CN': `正在准备搜索，${percent}%`, en: `Preparing search, ${percent}%` }
    }
    default:
      return assertNever(doing)
  }
}
