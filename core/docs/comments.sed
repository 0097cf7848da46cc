# Marks the comments of the headers as Doxygen wants them. No line is added or taken away, so that warnings name the right
# one. Behind the licence stands what a file is for.
1s|^// .*|/// @file|
1s|^/\* .*|/** @file|
2,/^#/ s,^//( |$),///\1,
# C: a comment of its own is about what follows, one at the end of a line about what stands before it.
2,$ s|^( *)/\* ([^-].*)|\1/** \2|
s|([;,{] *)/\* |\1/**< |
# What a docstring says of lifetime, threads and the like is a list.
s#^( *(///| \*)) +(Shape|Units|Returns|Errors|Throws|Lifetime|Threads|Ownership|Source|Keys): +#\1 - \3: #
# Doxygen's own signs, but in code.
/^ *(\/\/\/|\/\*| \*)     /! {
  /^ *(\/\/\/|\/\*| \*)/ s|<([a-z_.:]+)>|\&lt;\1\&gt;|g
  /^ *(\/\/\/|\/\*| \*)/ s|\\u|\\\\u|g
}
