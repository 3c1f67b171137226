import { defineMessages } from '../../i18n/messages'

/** Why a material is proposed, and what speaks against it. */
export const messages = defineMessages(
  {
    kind: (kind: string) => `这里适合放${kind}`,
    topic: (topic: string) => `主题相同：${topic}`,
    title: '与题目相近',
    audience: '适合这类对象',
    approved: '已审定',
    'never-used': '还没用过',
    rested: '近三个月没用过',
    fits: '长短合适',
    'other-audience': '原是给别的对象的',
    'told-lately': '近三个月给这类对象讲过',
    'used-lately': '近三个月给别的对象讲过',
    'too-long': '偏长，要删减',
    expiring: '快过期',
    'other-language': '语言不同',
  },
  {
    kind: (kind: string) => `${kind} belongs here`,
    topic: (topic: string) => `same topic: ${topic}`,
    title: 'close to the title',
    audience: 'for this audience',
    approved: 'approved',
    'never-used': 'never used',
    rested: 'not used for three months',
    fits: 'the right length',
    'other-audience': 'made for others',
    'told-lately': 'told to this audience in the last three months',
    'used-lately': 'told to others in the last three months',
    'too-long': 'long; needs cutting',
    expiring: 'out of date soon',
    'other-language': 'in another language',
  },
)
