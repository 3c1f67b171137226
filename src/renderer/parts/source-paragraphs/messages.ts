import { defineMessages } from '../../i18n/messages'

export const messages = defineMessages({ page: (page: number) => `第 ${page} 页` }, { page: (page: number) => `Page ${page}` })
