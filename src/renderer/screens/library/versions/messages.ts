import { defineMessages } from '../../../i18n/messages'

export const messages = defineMessages(
  {
    versions: '版本',
    newest: '最新',
    thisOne: '正在看的',
    unlink: (title: string) => `不再把《${title}》当作版本`,
    unlinked: '已取消关联',
    similar: '相近的素材',
    alike: (percent: string) => `相同 ${percent}`,
    showDifference: '看差别',
    hideDifference: '收起差别',
    link: '设为版本',
    linkHint: '两条合为一条显示，新的在前，旧的仍可查看。',
    linked: '已设为版本',
  },
  {
    versions: 'Versions',
    newest: 'newest',
    thisOne: 'shown here',
    unlink: (title: string) => `Stop treating “${title}” as a version`,
    unlinked: 'No longer linked',
    similar: 'Similar materials',
    alike: (percent: string) => `${percent} alike`,
    showDifference: 'Show the difference',
    hideDifference: 'Hide the difference',
    link: 'Link as versions',
    linkHint: 'Lists then show the newer one only; the older stays at hand.',
    linked: 'Linked as versions',
  },
)
