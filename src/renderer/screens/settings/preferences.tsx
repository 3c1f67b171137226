import { Input, SegmentedControl, Slider, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Language } from '../../../shared/language'
import type { Settings } from '../../../shared/model/settings'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { keys } from '../../app/queries'
import { useText } from '../../i18n/language'
import { Lecturers } from './lecturers'
import { messages } from './messages'

const SLOWEST = 120
const FASTEST = 320

/** What the user may set. Each choice is stored as it is made: saving is not a command. */
export function Preferences({ settings }: { settings: Settings }) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const client = useQueryClient()
  const [pace, setPace] = useState(settings.pace)
  const [speaker, setSpeaker] = useState(settings.speaker)

  const change = (changes: Partial<Settings>) => {
    engine.app
      .changeSettings(changes)
      .then(() => client.invalidateQueries({ queryKey: keys.state }))
      .catch(fail)
  }

  const storeSpeaker = useDebouncedCallback((name: string) => change({ speaker: name }), { delay: 500, flushOnUnmount: true })

  return (
    <Stack gap={24}>
      <Input.Wrapper label={text.language} labelElement="div">
        <div>
          <SegmentedControl
            aria-label={text.language}
            value={settings.language ?? 'system'}
            onChange={(value) => change({ language: value === 'system' ? null : Language.parse(value) })}
            // A language is named in itself, so that whoever landed in the wrong one finds the way back.
            data={[
              { value: 'system', label: text.languageSystem },
              { value: 'zh-CN', label: '简体中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </div>
      </Input.Wrapper>
      <Input.Wrapper label={text.appearance} labelElement="div">
        <div>
          <SegmentedControl<Settings['appearance']>
            aria-label={text.appearance}
            value={settings.appearance}
            onChange={(appearance) => change({ appearance })}
            data={[
              { value: 'system', label: text.system },
              { value: 'light', label: text.light },
              { value: 'dark', label: text.dark },
            ]}
          />
        </div>
      </Input.Wrapper>
      <Input.Wrapper label={text.pace} labelElement="div" description={text.paceHint}>
        <Slider
          mt="sm"
          maw={420}
          mb="xl"
          min={SLOWEST}
          max={FASTEST}
          step={5}
          label={null}
          thumbLabel={text.pace}
          thumbProps={{ 'aria-valuetext': text.paceValue(pace) }}
          marks={[SLOWEST, 220, FASTEST].map((value) => ({ value, label: value }))}
          value={pace}
          onChange={setPace}
          onChangeEnd={(value) => change({ pace: value })}
        />
        <Text size="sm">{text.paceValue(pace)}</Text>
      </Input.Wrapper>
      <Lecturers usual={settings.pace} />
      <TextInput
        maw={420}
        label={text.speaker}
        description={text.speakerHint}
        maxLength={100}
        value={speaker}
        onChange={(event) => {
          setSpeaker(event.currentTarget.value)
          storeSpeaker(event.currentTarget.value)
        }}
      />
    </Stack>
  )
}
