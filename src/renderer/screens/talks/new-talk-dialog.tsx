import { Button, Checkbox, Group, Modal, NumberInput, Radio, SegmentedControl, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Language } from '../../../shared/language'
import type { TalkId } from '../../../shared/model/ids'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useLanguage, useLocalized, useText } from '../../i18n/language'
import { useAudienceName } from '../../parts/audience/messages'
import { useCatalogue } from '../../parts/catalogue/use-catalogue'
import { formatHints, useFormatName } from './format-names'
import { messages } from './messages'
import { newTalkMessages } from './new-talk-messages'
import { NewTalkPreview, type ChosenMaterial } from './new-talk-preview'

const USUAL_MINUTES = 30

type NewTalkDialogProps = { opened: boolean; onClose: () => void; onCreated: (id: TalkId) => void }

/** A new talk from a format, an audience and minutes. */
export function NewTalkDialog({ opened, onClose, onCreated }: NewTalkDialogProps) {
  const text = useText(messages)
  return (
    <Modal opened={opened} onClose={onClose} title={text.dialogTitle} size="lg">
      {opened && <NewTalkForm onClose={onClose} onCreated={onCreated} />}
    </Modal>
  )
}

function NewTalkForm({ onClose, onCreated }: Omit<NewTalkDialogProps, 'opened'>) {
  const text = useText(messages)
  const more = useText(newTalkMessages)
  const formatName = useFormatName()
  const hints: Readonly<Record<string, string>> = useText(formatHints)
  const audienceName = useAudienceName()
  const localized = useLocalized()
  const catalogue = useCatalogue()
  const interfaceLanguage = useLanguage()
  const engine = useEngine()
  const fail = useFailure()
  const [title, setTitle] = useState('')
  const [format, setFormat] = useState('policy+case')
  const [audience, setAudience] = useState('young-teachers')
  const [minutes, setMinutes] = useState<number | string>(USUAL_MINUTES)
  const [language, setLanguage] = useState<Language>(interfaceLanguage)
  const [busy, setBusy] = useState(false)
  const [severalSpeakers, setSeveralSpeakers] = useState(false)
  const [previewing, setPreviewing] = useState(false)
  const [chosen, setChosen] = useState<readonly ChosenMaterial[]>([])
  const ready = title.trim() !== '' && typeof minutes === 'number' && minutes >= 1

  const wish = { title: title.trim(), format, audience, minutes: typeof minutes === 'number' ? minutes : USUAL_MINUTES, language }

  const create = async () => {
    if (!ready || busy) return
    setBusy(true)
    try {
      const talk = await engine.talks.create({ ...wish, ...(severalSpeakers ? { severalSpeakers } : {}), ...(chosen.length > 0 && previewing ? { materials: [...chosen] } : {}) })
      onCreated(talk.id)
    } catch (error) {
      fail(error)
      setBusy(false)
    }
  }

  if (previewing) {
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
      >
        <NewTalkPreview wish={wish} chosen={chosen} onChoose={setChosen} />
        <Group justify="flex-end" className="new-talk-foot">
          <Button variant="default" onClick={() => setPreviewing(false)} data-autofocus>
            {more.back}
          </Button>
          <Button type="submit" loading={busy}>
            {more.createWith(chosen.length)}
          </Button>
        </Group>
      </form>
    )
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <Stack gap="lg">
        <TextInput label={text.talkTitle} placeholder={text.talkTitleHint} value={title} onChange={(event) => setTitle(event.currentTarget.value)} maxLength={300} required data-autofocus />
        <Radio.Group label={text.format} value={format} onChange={setFormat}>
          <div className="format-choices">
            {catalogue.formats.map(({ key, summary }) => (
              <Radio.Card key={key} value={key} className="format-choice" radius="md" p="md">
                <Group wrap="nowrap" align="flex-start" gap="sm">
                  <Radio.Indicator size="sm" />
                  <div>
                    <div className="format-name">{formatName(key)}</div>
                    <div className="format-hint">{hints[key] ?? localized(summary)}</div>
                  </div>
                </Group>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
        <Group align="flex-end" gap="md" wrap="wrap">
          <Select label={text.audience} data={catalogue.audiences.map(({ key }) => ({ value: key, label: audienceName(key) }))} value={audience} onChange={(value) => value && setAudience(value)} allowDeselect={false} w={180} />
          <NumberInput label={text.allowed} value={minutes} onChange={setMinutes} min={1} max={600} allowDecimal={false} clampBehavior="blur" w={130} />
          <div>
            <div className="language-label" id="new-talk-language">
              {text.language}
            </div>
            <SegmentedControl
              aria-labelledby="new-talk-language"
              value={language}
              onChange={(value) => setLanguage(value)}
              data={[
                { value: 'zh-CN', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
            />
          </div>
        </Group>
        <Checkbox label={more.severalSpeakers} description={more.severalSpeakersHint} checked={severalSpeakers} onChange={(event) => setSeveralSpeakers(event.currentTarget.checked)} />
        <Group justify="flex-end" className="new-talk-foot">
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button
            variant="default"
            disabled={!ready}
            onClick={() => {
              // Another format has other blocks: what was ticked for the old ones is not carried over.
              setChosen([])
              setPreviewing(true)
            }}
          >
            {more.preview}
          </Button>
          <Button type="submit" disabled={!ready} loading={busy}>
            {text.create}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
