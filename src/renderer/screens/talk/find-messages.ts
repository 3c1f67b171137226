import { defineMessages } from '../../i18n/messages'

export const messages = defineMessages(
  {
    matchCase: '区分大小写',
    wholeWord: '英文整词',
    isPattern: '正则表达式',
    badPattern: '这个正则表达式还不完整，或写法有误。',
    within: '在哪里找',
    places: { everything: '全文', shown: '投影', said: '讲稿' },
    findKeys: '回车到下一处，Shift 回车到上一处',
    replaceKeys: '回车替换这一处，Ctrl 回车全部替换',
    foundAt: (at: number, count: number) => `第 ${at} 处，共 ${count} 处`,
  },
  {
    matchCase: 'Match case',
    wholeWord: 'Whole words',
    isPattern: 'Regular expression',
    badPattern: 'This regular expression is not complete, or not a valid one.',
    within: 'Where to look',
    places: { everything: 'All', shown: 'Slides', said: 'Script' },
    findKeys: 'Enter for the next place, Shift Enter for the one before',
    replaceKeys: 'Enter replaces this place, Ctrl Enter all',
    foundAt: (at: number, count: number) => `${at} of ${count}`,
  },
)
