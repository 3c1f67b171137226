import { oc } from '@orpc/contract'
import { z } from 'zod'
import { AudienceDefinition, FormatDefinition } from '../formats/talk-formats'
import { TalkId } from '../model/ids'
import { AudienceId, FormatId, OwnAudience, OwnFormat } from '../model/own-definitions'

/** The user's own formats; the built-in ones are data of the app (`shared/formats`). Every change can be undone. */
export const formats = {
  /** By name. */
  list: oc.output(z.array(OwnFormat)),
  add: oc.input(FormatDefinition).output(OwnFormat),
  change: oc.input(z.object({ id: FormatId, definition: FormatDefinition })).output(OwnFormat),
  /** Talks built by it stay as they are. */
  remove: oc.input(z.object({ id: FormatId })).output(z.void()),
  /** The format that a talk is an example of, its shares measured from its times; stores nothing. */
  fromTalk: oc.input(z.object({ talkId: TalkId })).output(FormatDefinition),
}

/** The user's own audiences. */
export const audiences = {
  /** By name. */
  list: oc.output(z.array(OwnAudience)),
  add: oc.input(AudienceDefinition).output(OwnAudience),
  change: oc.input(z.object({ id: AudienceId, definition: AudienceDefinition })).output(OwnAudience),
  remove: oc.input(z.object({ id: AudienceId })).output(z.void()),
}
