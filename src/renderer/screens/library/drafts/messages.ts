import { defineMessages, plural } from '../../../i18n/messages'

export const messages = defineMessages(
  {
    unfinished: '没写完的',
    untitled: '还没有标题',
    restored: (at: string) => `接着上次没有保存的内容写（${at}）。`,
    outdated: '素材在那以后改过；保存会盖过那些改动，可以在修改历史里找回。',
    startAgain: '不要草稿，重新开始',
    later: '稍后再写',
    discard: '放弃修改',
    discarded: '已放弃没有保存的修改',
    bringBack: '找回',
    kept: '没有保存的内容已留着，下次编辑时接着写',
    count: (count: number) => `${count} 条没写完`,
  },
  {
    unfinished: 'Unfinished',
    untitled: 'No title yet',
    restored: (at) => `Going on with what was not saved (${at}).`,
    outdated: 'The material was changed since; saving overwrites that, and its history still holds it.',
    startAgain: 'Start again without it',
    later: 'Finish later',
    discard: 'Discard changes',
    discarded: 'Unsaved changes were discarded',
    bringBack: 'Bring back',
    kept: 'What was not saved is kept; the next edit goes on with it',
    count: (count) => plural(count, 'unfinished material'),
  },
)
