import { defineMessages } from '../../i18n/messages'

export const messages = defineMessages(
  {
    play: (what: string) => `播放：${what}`,
    pause: (what: string) => `暂停：${what}`,
    key: 'M 播放或暂停',
    cannotPlay: '这台电脑放不了这段影音。导出的幻灯片里照样带着它。',
  },
  {
    play: (what: string) => `Play: ${what}`,
    pause: (what: string) => `Pause: ${what}`,
    key: 'M plays or pauses',
    cannotPlay: 'This computer cannot play it here. The exported slides hold it all the same.',
  },
)
