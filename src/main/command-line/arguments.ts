import { parseArgs } from 'node:util'
import { Language } from '../../shared/language'
import { UsageError } from './usage-error'

const options = {
  library: { type: 'string' },
  create: { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  kind: { type: 'string' },
  limit: { type: 'string' },
  to: { type: 'string' },
  formats: { type: 'string' },
  audience: { type: 'string' },
  name: { type: 'string' },
  preset: { type: 'string' },
  'slide-pictures': { type: 'boolean' },
  design: { type: 'string' },
  mode: { type: 'string' },
  ratio: { type: 'string' },
  transition: { type: 'string' },
  reveal: { type: 'string' },
  repair: { type: 'boolean' },
  logos: { type: 'string' },
  school: { type: 'string' },
  'dry-run': { type: 'boolean' },
  schools: { type: 'string' },
  jobs: { type: 'string' },
  zip: { type: 'boolean' },
  audiences: { type: 'string' },
} as const

type OptionName = keyof typeof options
type Values = { readonly [Name in OptionName]?: (typeof options)[Name]['type'] extends 'boolean' ? boolean : string }

const everywhere: readonly OptionName[] = ['library', 'create', 'json', 'lang', 'help', 'version']

/** Each command with the options of its own and the number of operands it takes. */
const commands = {
  import: { own: [], operands: [1, Infinity] },
  search: { own: ['kind', 'limit'], operands: [1, Infinity] },
  show: { own: [], operands: [1, 1] },
  list: { own: [], operands: [1, 1] },
  'talk import': { own: [], operands: [1, 1] },
  'talk export': { own: ['to'], operands: [1, 1] },
  'talk versions': { own: [], operands: [1, 1] },
  'talk keep': { own: ['name'], operands: [1, 1] },
  'talk restore': { own: [], operands: [2, 2] },
  'design import': { own: ['name'], operands: [1, 1] },
  'design list': { own: [], operands: [0, 0] },
  'design remove': { own: [], operands: [1, 1] },
  check: { own: ['audience'], operands: [1, 1] },
  export: { own: ['to', 'formats', 'audience', 'preset', 'slide-pictures', 'design', 'mode', 'ratio', 'transition', 'reveal', 'school'], operands: [1, 1] },
  'schools import': { own: ['logos', 'dry-run'], operands: [1, 1] },
  'schools export': { own: ['to'], operands: [0, 0] },
  pack: { own: ['to', 'schools', 'jobs', 'zip', 'formats', 'preset', 'audiences', 'design'], operands: [1, 1] },
  backup: { own: ['to'], operands: [0, 0] },
  'backup show': { own: [], operands: [1, 1] },
  restore: { own: [], operands: [1, 1] },
  'bundle export': { own: ['to'], operands: [0, Infinity] },
  'bundle show': { own: [], operands: [1, 1] },
  'bundle merge': { own: [], operands: [1, 1] },
  markdown: { own: ['to'], operands: [0, Infinity] },
  doctor: { own: ['repair'], operands: [0, 0] },
  demo: { own: [], operands: [0, 0] },
} as const satisfies Record<string, { own: readonly OptionName[]; operands: readonly [number, number] }>

export type CommandName = keyof typeof commands

export type Arguments = { readonly command: CommandName | 'help' | 'version'; readonly operands: readonly string[]; readonly values: Values; readonly language: Language | null }

/**
 * @param words the command line after the program's name
 * @throws UsageError with one sentence on what is wrong
 */
export function parseArguments(words: readonly string[]): Arguments {
  const { values, positionals } = parsed(words)
  const language = languageFrom(values.lang)
  if (values.help === true || positionals[0] === 'help') return { command: 'help', operands: [], values, language }
  if (values.version === true) return { command: 'version', operands: [], values, language }
  const [command, operands] = commandIn(positionals)
  const { own, operands: range } = commands[command]
  const allowed: readonly string[] = [...everywhere, ...own]
  const stray = Object.keys(values).find((name) => !allowed.includes(name))
  if (stray !== undefined) throw new UsageError({ 'zh-CN': `命令 ${command} 没有选项 --${stray}。`, en: `The command ${command} has no option --${stray}.` })
  const [least, most] = range
  if (operands.length < least) throw new UsageError({ 'zh-CN': `命令 ${command} 还缺少内容，请用 lectern --help 查看写法。`, en: `The command ${command} needs more; see lectern --help for how to write it.` })
  if (operands.length > most) throw new UsageError({ 'zh-CN': `命令 ${command} 后面多了“${operands[most] ?? ''}”。`, en: `There is too much after ${command}: “${operands[most] ?? ''}”.` })
  return { command, operands, values, language }
}

function parsed(words: readonly string[]): { values: Values; positionals: string[] } {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const name = /--?[\w-]+/.exec(error instanceof Error ? error.message : '')?.[0] ?? ''
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageError({ 'zh-CN': `没有选项 ${name}。以“-”开头的文字请写在“--”之后。`, en: `There is no option ${name}. Put text that begins with “-” after “--”.` })
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw new UsageError({ 'zh-CN': `选项 ${name} 的值不对：有的选项要跟一个值，有的不跟。`, en: `The option ${name} has a wrong value: some options take one, others none.` })
    throw error
  }
}

function languageFrom(name: string | undefined): Language | null {
  if (name === undefined) return null
  const language = Language.safeParse(name)
  if (!language.success) throw new UsageError({ 'zh-CN': `--lang 只能是 zh-CN 或 en，不能是“${name}”。`, en: `--lang is zh-CN or en, not “${name}”.` })
  return language.data
}

function commandIn(positionals: readonly string[]): [CommandName, readonly string[]] {
  const [first, second] = positionals
  if (first === undefined) throw new UsageError({ 'zh-CN': '请写出要做什么，例如 lectern search 教；全部写法见 lectern --help。', en: 'Say what to do, for example lectern search talk; see lectern --help for everything.' })
  const two = `${first} ${second ?? ''}`
  if (isCommand(two)) return [two, positionals.slice(2)]
  if (isCommand(first)) return [first, positionals.slice(1)]
  const wrong = (first === 'talk' || first === 'bundle' || first === 'schools' || first === 'design') && second !== undefined ? two : first
  throw new UsageError({ 'zh-CN': `没有命令“${wrong}”，全部命令见 lectern --help。`, en: `There is no command “${wrong}”; see lectern --help for all of them.` })
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)
