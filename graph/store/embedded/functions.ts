import type { Callable } from '../store.ts';

/** The functions that the engine has, with what they do in Cypher; a test calls each. */
const LISTED = `
abs(number) :: NUMBER | how large a number is, without its sign
acos(number) :: FLOAT | angle with this cosine, in radians
all(variable IN list WHERE predicate) :: BOOLEAN | whether it holds for every item
any(variable IN list WHERE predicate) :: BOOLEAN | whether it holds for at least one item
asin(number) :: FLOAT | angle with this sine, in radians
atan(number) :: FLOAT | angle with this tangent, in radians
atan2(y, x) :: FLOAT | angle of a point, in radians
avg(number) :: FLOAT | mean of a group
ceil(number) :: FLOAT | next whole number above
char_length(text) :: INTEGER | how many characters a text has
coalesce(value, ...) :: ANY | the first value that is not null
collect(value) :: LIST | all values of a group that are not null
cos(number) :: FLOAT | cosine of an angle in radians
count(value) :: INTEGER | how many values of a group are not null; count(*) counts rows
date(text) :: DATE | a date from ISO 8601, or today's
datetime(text) :: ZONED DATETIME | a date with a time and a zone from ISO 8601, or now
degrees(number) :: FLOAT | radians as degrees
duration(text) :: DURATION | a span of time from ISO 8601
e() :: FLOAT | base of the natural logarithm
elementId(element) :: STRING | what the store calls a node or relation
endNode(relation) :: NODE | node that a relation goes to
exists(value) :: BOOLEAN | whether a property is there
exp(number) :: FLOAT | e to the power of a number
floor(number) :: FLOAT | next whole number below
head(list) :: ANY | first item
id(element) :: INTEGER | number of a node or relation in the store
keys(element) :: LIST<STRING> | names of the properties of a node, relation or map
labels(node) :: LIST<STRING> | labels of a node
last(list) :: ANY | last item
left(text, length) :: STRING | beginning of a text
length(path) :: INTEGER | how many relations a path has
localdatetime(text) :: LOCAL DATETIME | a date with a time from ISO 8601, or now
localtime(text) :: LOCAL TIME | a time of day from ISO 8601, or now
log(number) :: FLOAT | natural logarithm
log10(number) :: FLOAT | logarithm to the base 10
lower(text) :: STRING | a text in lower case
ltrim(text) :: STRING | without blanks at its beginning
max(value) :: ANY | greatest value of a group
min(value) :: ANY | least value of a group
nodes(path) :: LIST<NODE> | nodes of a path
none(variable IN list WHERE predicate) :: BOOLEAN | whether it holds for no item
normalize(text) :: STRING | a text in the normal form NFC
nullIf(value, other) :: ANY | null where both are equal, else the first
percentileCont(number, share) :: FLOAT | value below which a share of a group lies, between neighbours
percentileDisc(number, share) :: NUMBER | value of a group below which a share of it lies
pi() :: FLOAT | half of a circle's angle
properties(element) :: MAP | properties of a node or relation
radians(number) :: FLOAT | degrees as radians
rand() :: FLOAT | a random number from 0 up to 1
range(from, to, step) :: LIST<INTEGER> | whole numbers with both ends; the step is 1 when left out
reduce(sum = start, variable IN list | expression) :: ANY | what is left after going through a list
relationships(path) :: LIST<RELATIONSHIP> | relations of a path
replace(text, searched, replacement) :: STRING | a text with something else in place of what is searched
reverse(value) :: ANY | a text or list from end to beginning
right(text, length) :: STRING | end of a text
round(number) :: FLOAT | nearest whole number
rtrim(text) :: STRING | without blanks at its end
sign(number) :: INTEGER | -1, 0 or 1
sin(number) :: FLOAT | sine of an angle in radians
single(variable IN list WHERE predicate) :: BOOLEAN | whether it holds for exactly one item
size(value) :: INTEGER | how many items a list or characters a text has
split(text, separator) :: LIST<STRING> | parts of a text
sqrt(number) :: FLOAT | square root
startNode(relation) :: NODE | node that a relation comes from
stDev(number) :: FLOAT | standard deviation of a sample
stDevP(number) :: FLOAT | standard deviation of all
substring(text, start, length) :: STRING | part of a text, counted from 0
sum(number) :: NUMBER | sum of a group
tail(list) :: LIST | all items but the first
tan(number) :: FLOAT | tangent of an angle in radians
time(text) :: ZONED TIME | a time of day with a zone from ISO 8601, or now
timestamp() :: INTEGER | milliseconds since 1970
toBoolean(value) :: BOOLEAN | true or false from a text
toFloat(value) :: FLOAT | a number from a text or whole number
toInteger(value) :: INTEGER | a whole number from a text or number
toLower(text) :: STRING | a text in lower case
toString(value) :: STRING | a value as text
toUpper(text) :: STRING | a text in upper case
trim(text) :: STRING | without blanks around it
type(relation) :: STRING | type of a relation
upper(text) :: STRING | a text in upper case
`;

const SEPARATOR = ' | ';

export const FUNCTIONS: readonly Callable[] = LISTED.trim()
  .split('\n')
  .map((line) => {
    const at = line.lastIndexOf(SEPARATOR);
    const signature = line.slice(0, at);
    return {
      name: signature.slice(0, signature.indexOf('(')),
      signature,
      description: line.slice(at + SEPARATOR.length),
    };
  });
