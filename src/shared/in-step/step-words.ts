import type { Language } from '../language'

type StepWords = {
  readonly 'script-behind': string
  readonly 'slide-behind': string
  readonly 'material-changed': (title: string) => string
  readonly 'material-gone': (title: string) => string
  readonly 'material-stale': (title: string, why: string) => string
  /** @param day ISO 8601 date; empty where it is not known */
  readonly expired: (day: string) => string
  readonly superseded: (source: string) => string
}

/** What is out of step, in a sentence each: the same at the desk and on the command line. */
export const stepWords: Readonly<Record<Language, StepWords>> = {
  'zh-CN': {
    'script-behind': '讲稿未随页面更新',
    'slide-behind': '页面未随讲稿更新',
    'material-changed': (title: string) => `素材“${title}”更新过了`,
    'material-gone': (title: string) => (title === '' ? '引用的素材不在这个素材库里' : `素材“${title}”已删除`),
    'material-stale': (title: string, why: string) => `素材“${title}”${why}`,
    expired: (day: string) => (day === '' ? '过了有效期' : `过了有效期（${day}）`),
    superseded: (source: string) => (source === '' ? '的出处有了新的文件' : `的出处《${source}》有了新的文件`),
  },
  en: {
    'script-behind': 'The script has not followed the slide',
    'slide-behind': 'The slide has not followed the script',
    'material-changed': (title: string) => `The material “${title}” was changed`,
    'material-gone': (title: string) => (title === '' ? 'The material cited is not in this library' : `The material “${title}” was deleted`),
    'material-stale': (title: string, why: string) => `The material “${title}” ${why}`,
    expired: (day: string) => (day === '' ? 'is past its last day' : `is past its last day (${day})`),
    superseded: (source: string) => (source === '' ? 'rests on a source that a newer one replaced' : `rests on “${source}”, which a newer document replaced`),
  },
}
