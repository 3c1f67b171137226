import { defineMessages, plural } from '../../i18n/messages'

export const thirdPartyMessages = defineMessages(
  {
    open: '第三方许可…',
    title: '第三方许可',
    lead: (count: number) => `讲台用到了 ${count} 件第三方作品。感谢它们的作者。点开可以看许可全文。`,
    search: '查找作品或许可',
    clear: '清空',
    none: '没有这样的作品。',
    unknown: '这个版本没有带许可清单。',
    reading: '正在读…',
  },
  {
    open: 'Third-party licences…',
    title: 'Third-party licences',
    lead: (count: number) => `Lectern uses ${plural(count, 'work')} of others, with thanks to their authors. Open one to read its licence.`,
    search: 'Find a work or a licence',
    clear: 'Clear',
    none: 'No such work.',
    unknown: 'This build has no list of licences.',
    reading: 'Reading…',
  },
)
