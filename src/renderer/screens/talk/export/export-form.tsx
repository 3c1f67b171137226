import { Button, Checkbox, Group, MultiSelect, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ScriptPreset } from '../../../../shared/contract/talks'
import { useText } from '../../../i18n/language'
import { useAudienceKeys, useAudienceName } from '../../../parts/audience/messages'
import { useSchools } from '../../../parts/schools/use-schools'
import { documents, type ExportChoices, slidePicturesOf, withKind } from './export-choices'
import { messages } from './messages'

type ExportFormProps = {
  readonly choices: ExportChoices
  readonly onChange: (choices: ExportChoices) => void
  /** What should be known before it begins; it never stands in the way. */
  readonly outOfStep: ReactNode
  /** What the talk holds of media, beneath the kinds of files. */
  readonly media: ReactNode
  readonly onRun: () => void
  readonly onClose: () => void
}

/** Which documents in which formats, how the script looks, for whom, and in which school. */
export function ExportForm({ choices, onChange, outOfStep, media, onRun, onClose }: ExportFormProps) {
  const text = useText(messages)
  const audienceName = useAudienceName()
  const audienceKeys = useAudienceKeys()
  const { schools } = useSchools()
  const { kinds, preset, audiences } = choices
  const presets = [
    { value: 'official', label: text.presetOfficial },
    { value: 'plain', label: text.presetPlain },
    { value: 'large-print', label: text.presetLargePrint },
  ] as const satisfies readonly { value: ScriptPreset; label: string }[]
  const script = kinds.includes('script') || kinds.includes('script-pdf')
  return (
    <Stack gap="md">
      {outOfStep}
      <table className="export-kinds" aria-label={text.what}>
        <tbody>
          {documents.map(({ document, formats }) => (
            <tr key={document}>
              <th scope="row">
                {text.documents[document]}
                <Text span display="block" size="xs" c="dimmed">
                  {text.about[document]}
                </Text>
              </th>
              <td>
                <Group gap="sm" wrap="nowrap">
                  {formats.map(({ format, kind }) => (
                    <Checkbox
                      key={kind}
                      label={text.formats[format]}
                      aria-label={`${text.documents[document]} ${text.formats[format]}`}
                      checked={kinds.includes(kind)}
                      onChange={(event) => onChange({ ...choices, kinds: withKind(kinds, kind, event.currentTarget.checked) })}
                    />
                  ))}
                </Group>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {media}
      <div>
        <Text size="sm" fw={500} mb={4} id="export-preset">
          {text.preset}
        </Text>
        <SegmentedControl aria-labelledby="export-preset" fullWidth size="xs" disabled={!script} data={[...presets]} value={preset} onChange={(value) => onChange({ ...choices, preset: presets.find((one) => one.value === value)?.value ?? preset })} />
        <Checkbox
          mt="xs"
          size="sm"
          label={text.slidePictures}
          description={preset === 'official' ? text.noSlidePictures : undefined}
          disabled={!script || preset === 'official'}
          checked={slidePicturesOf(choices)}
          onChange={(event) => onChange({ ...choices, slidePictures: event.currentTarget.checked })}
        />
      </div>
      <MultiSelect
        label={text.forWhom}
        description={audiences.length > 1 ? text.each : undefined}
        placeholder={audiences.length === 0 ? text.everyone : undefined}
        value={[...audiences]}
        onChange={(value) => onChange({ ...choices, audiences: value })}
        data={audienceKeys.map((key) => ({ value: key, label: audienceName(key) }))}
        clearable
      />
      {schools.length > 0 && (
        <Select
          label={text.school}
          description={choices.school === null ? undefined : text.schoolHint}
          placeholder={text.noSchool}
          value={choices.school}
          onChange={(value) => onChange({ ...choices, school: schools.find(({ id }) => id === value)?.id ?? null })}
          data={schools.map(({ id, name, district }) => ({ value: id, label: district === '' ? name : `${name} · ${district}` }))}
          searchable
          clearable
          limit={100}
        />
      )}
      <Group justify="flex-end" className="export-foot">
        <Button variant="default" onClick={onClose}>
          {text.cancel}
        </Button>
        <Button disabled={kinds.length === 0} onClick={onRun}>
          {text.run}
        </Button>
      </Group>
    </Stack>
  )
}
