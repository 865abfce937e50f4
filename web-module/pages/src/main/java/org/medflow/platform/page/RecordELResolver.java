package org.medflow.platform.page;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotFoundException;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets a view read records, which EL 5.0 cannot: {@code #{row.lastName}} calls the component,
 * {@code #{row.displayName}} any other public method without parameters. Records are never written.
 */
public class RecordELResolver extends ELResolver {

  private static final Map<Class<?>, Map<String, Method>> METHODS = new ConcurrentHashMap<>();

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    if (!(base instanceof Record)) {
      return null;
    }
    var method = method(base, property);
    try {
      var value = method.invoke(base);
      context.setPropertyResolved(base, property);
      return value;
    } catch (InvocationTargetException failed) {
      throw new ELException(failed.getCause());
    } catch (IllegalAccessException hidden) {
      throw new ELException(hidden);
    }
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    if (!(base instanceof Record)) {
      return null;
    }
    method(base, property);
    context.setPropertyResolved(base, property);
    return null;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    if (base instanceof Record) {
      throw new PropertyNotWritableException("a record is never written: " + property);
    }
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    if (!(base instanceof Record)) {
      return false;
    }
    context.setPropertyResolved(base, property);
    return true;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return base instanceof Record ? Object.class : null;
  }

  private static Method method(Object base, Object property) {
    var found =
        METHODS
            .computeIfAbsent(base.getClass(), RecordELResolver::readable)
            .get(String.valueOf(property));
    if (found == null) {
      throw new PropertyNotFoundException(base.getClass().getSimpleName() + " has no " + property);
    }
    return found;
  }

  private static Map<String, Method> readable(Class<?> type) {
    var methods = new ConcurrentHashMap<String, Method>();
    for (var method : type.getMethods()) {
      if (method.getParameterCount() == 0
          && method.getReturnType() != void.class
          && method.trySetAccessible()) {
        methods.put(method.getName(), method);
      }
    }
    return methods;
  }
}
