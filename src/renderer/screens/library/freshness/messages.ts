import type { Freshness, StaleReason } from '../../../../shared/model/freshness'
import { defineMessages, plural } from '../../../i18n/messages'

export const freshnessNames = defineMessages<Record<Freshness, string>>({ fresh: '有效', expiring: '将到期', stale: '已过时' }, { fresh: 'Valid', expiring: 'Expiring', stale: 'Out of date' })

export const reasonNames = defineMessages<Record<StaleReason, string>>(
  { expired: '过了有效期', expiring: '快到有效期', 'source-expired': '出处过了有效期', 'source-expiring': '出处快到有效期', 'source-superseded': '出处有了新的文件' },
  { expired: 'Past its last day', expiring: 'Near its last day', 'source-expired': 'Its source is past its last day', 'source-expiring': 'Its source is near its last day', 'source-superseded': 'A newer document replaced its source' },
)

export const messages = defineMessages(
  {
    freshness: '时效',
    validUntil: '有效至',
    forGood: '留空表示一直有效。',
    changed: '已更新有效期',
    restsOn: (count: number) => `${count} 份宣讲稿用到它，讲之前看一看：`,
    sourceValidUntil: '有效至',
    supersededBy: '被新文件取代',
    notSuperseded: '没有，仍然有效',
    report: '需要更新',
    reportHint: '到期、将到期，或出处已被新文件取代的素材，以及用到它们的宣讲稿。',
    nothing: '都还有效',
    nothingHint: '到期的素材和用到它们的宣讲稿会列在这里。',
    talks: '用到它们的宣讲稿',
    materials: '素材',
    sources: '出处',
    until: (date: string) => `至 ${date}`,
    newer: (title: string) => `新文件：《${title}》`,
    ofMaterials: (count: number) => `${count} 条素材`,
    only: (shown: number, total: string) => `列出最早的 ${shown} 条，共 ${total} 条`,
    back: '回到素材',
  },
  {
    freshness: 'Freshness',
    validUntil: 'Valid until',
    forGood: 'Empty: for good.',
    changed: 'Last day changed',
    restsOn: (count: number) => `${plural(count, 'talk rests', 'talks rest')} on it; look at them before you speak:`,
    sourceValidUntil: 'Valid until',
    supersededBy: 'Replaced by',
    notSuperseded: 'Nothing; it still stands',
    report: 'Needs a look',
    reportHint: 'Materials past or near their last day, or whose source was replaced, and the talks that rest on them.',
    nothing: 'Everything is valid',
    nothingHint: 'Materials that go out of date, and the talks that rest on them, are listed here.',
    talks: 'Talks that rest on them',
    materials: 'Materials',
    sources: 'Sources',
    until: (date: string) => `until ${date}`,
    newer: (title: string) => `Newer: “${title}”`,
    ofMaterials: (count: number) => plural(count, 'material'),
    only: (shown: number, total: string) => `The earliest ${shown} of ${total}`,
    back: 'Back to the library',
  },
)
