import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';

/**
 * Makes a validator for a JSON Schema of draft 2020-12, formats included; it returns the faults of a value as "place: fault".
 * @throws Error when the schema itself is not valid
 */
export function schemaFaults(schema: object): (value: unknown) => string[] {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  ajvFormats(ajv);
  const validate = ajv.compile(schema);
  return (value) => {
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
  };
}
