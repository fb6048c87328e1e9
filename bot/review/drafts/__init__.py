"""What would the entry of one asked-for paper say?

told         what does an identifier alone tell of its work?
kind         a survey, a dataset, a talk?
link_kind    is a link the paper's, its code's, its page's?
naming       which slug and which name does it get?
merge        what does this bring that the listed entry lacks?
draft        the entry as it would be listed
category     where on the list does it belong?
"""
