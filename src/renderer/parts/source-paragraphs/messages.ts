import { defineMessages } from '../../i18n/messages'

export const messages = defineMessages(
  {
    page: (page: number) => `第 ${page} 页`,
    picture: (alt: string) => (alt === '' ? '图片' : `图片：${alt}`),
  },
  {
    page: (page: number) => `Page ${page}`,
    picture: (alt: string) => (alt === '' ? 'Picture' : `Picture: ${alt}`),
  },
)
