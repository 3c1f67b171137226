import type { Failure } from '../../../shared/contract/failure'
import type { Room } from '../../library/rooms'
import type { InputOf, OutputOf, TaskName } from './tasks'

/** What is to be done, in the library of a folder. */
export type TaskData<Name extends TaskName = TaskName> = { readonly folder: string; readonly name: Name; readonly input: InputOf<Name> }

/** What a thread is given when it starts. */
export type ThreadData<Name extends TaskName = TaskName> = TaskData<Name> & { /** Two int32, see {@link flag}. */ readonly flags: SharedArrayBuffer }

/** Places in the memory that both threads look at. `stop`: 1 once the task is to end. `turn`: 1 while the task's connection may write. */
export const flag = { stop: 0, turn: 1 } as const

/** What a task says. */
export type TaskMessage<Name extends TaskName = TaskName> =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  /** It waits for `flag.turn`. */
  | { readonly type: 'asks-for-turn' }
  | { readonly type: 'gives-turn-back' }
  | { readonly type: 'finished'; readonly output: OutputOf<Name>; readonly changed: readonly Room[] }
  | { readonly type: 'failed'; readonly failure: Failure }
