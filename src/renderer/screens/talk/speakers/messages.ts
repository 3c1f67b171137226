import { defineMessages } from '../../../i18n/messages'

export const messages = defineMessages(
  { speaker: '谁来讲', placeholder: '谁来讲' },
  { speaker: 'Who speaks', placeholder: 'Speaker' },
)
