import { parseScript, type Cue } from '../../../shared/speech/parse-script'
import { useText } from '../../i18n/language'
import { messages } from './messages'

/** What is said while a slide stands, a paragraph a line, its cues set apart. */
export function ScriptText({ script }: { script: string }) {
  const text = useText(messages)
  const paragraphs = script.split(/\n+/).filter((paragraph) => paragraph.trim() !== '')
  if (paragraphs.length === 0) return <p className="script-none">{text.noScript}</p>
  return paragraphs.map((paragraph, index) => (
    <p key={index}>
      {parseScript(paragraph).map((segment, place) =>
        segment.kind === 'text' ? (
          segment.text
        ) : (
          <span key={place} className="script-cue" data-cue={segment.cue.kind}>
            {nameOfCue(segment.cue, text)}
          </span>
        ),
      )}
    </p>
  ))
}

const nameOfCue = (cue: Cue, text: (typeof messages)['en']): string => {
  switch (cue.kind) {
    case 'next':
      return text.cueNext
    case 'ask':
      return text.cueAsk
    case 'pause':
      return cue.seconds === null ? text.cuePauseOpen : text.cuePause(cue.seconds)
    case 'activity':
      return cue.minutes === null ? text.cueActivityOpen : text.cueActivity(cue.minutes)
  }
}
