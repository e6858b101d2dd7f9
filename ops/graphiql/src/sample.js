import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
  Kind,
  parse,
  typeFromAST,
} from "graphql";

/** The variables without which the first operation of a document cannot run, with values to be replaced. */
export function requiredVariables(text, schema) {
  const operation = parse(text).definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const needed = operation.variableDefinitions.filter(
    ({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue,
  );
  return Object.fromEntries(
    needed.map(({ variable, type }) => [variable.name.value, valueOf(typeFromAST(schema, type))]),
  );
}

function valueOf(type) {
  const kind = getNullableType(type);
  if (isListType(kind)) return [valueOf(kind.ofType)];
  if (isEnumType(kind)) return kind.getValues()[0].name;
  if (isInputObjectType(kind)) return objectOf(kind);
  return { Int: 1, Float: 1, Boolean: false }[kind.name] ?? "";
}

function objectOf(type) {
  const needed = Object.values(type.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(needed.map(({ name, type }) => [name, valueOf(type)]));
}
