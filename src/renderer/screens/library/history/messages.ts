import type { MaterialDraft } from '../../../../shared/model/material'
import { defineMessages } from '../../../i18n/messages'

export const fieldNames = defineMessages<Record<keyof MaterialDraft, string>>(
  { kind: '种类', title: '标题', body: '正文', tags: '标签', topics: '主题', audiences: '对象', status: '状态', stage: '阶段', school: '学校', validUntil: '有效期', consent: '当事人同意' },
  { kind: 'kind', title: 'title', body: 'text', tags: 'tags', topics: 'topics', audiences: 'audiences', status: 'status', stage: 'stage', school: 'school', validUntil: 'last day', consent: 'consent' },
)

export const messages = defineMessages(
  {
    history: '修改历史',
    show: '修改历史',
    created: '新建',
    changed: (fields: string) => `改了${fields}`,
    current: '现在的样子',
    by: (name: string) => `${name} 修改`,
    compareWith: '对照',
    previous: '前一次',
    now: '现在',
    differences: '改动',
    same: '两次完全一样。',
    nothing: '空',
    restore: '恢复成这样',
    restored: '已恢复到这一次的内容',
    separator: '、',
  },
  {
    history: 'History',
    show: 'History',
    created: 'Created',
    changed: (fields: string) => `Changed ${fields}`,
    current: 'As it stands now',
    by: (name: string) => `by ${name}`,
    compareWith: 'Compare with',
    previous: 'The one before',
    now: 'Now',
    differences: 'Differences',
    same: 'Both are the same.',
    nothing: 'nothing',
    restore: 'Restore this one',
    restored: 'Restored to how it was then',
    separator: ', ',
  },
)
